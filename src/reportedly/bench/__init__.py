"""Measure the product against gold, one file a task. In: gold. Out: predictions, figures."""
