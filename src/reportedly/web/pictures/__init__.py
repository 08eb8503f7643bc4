"""Pictures of the workbench as shapes, without markup.

In: views. Out: places and sizes that templates print as SVG.
"""
