"""Find time expressions and work out what they mean. In: text, a reference day. Out: TimeExpression."""
