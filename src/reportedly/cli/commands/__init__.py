"""One file a command; each loads what is heavy only when it runs. In: arguments. Out: exit statuses."""
