"""Data files that come with the package: registries, yardsticks, schemas, weights. In: nothing. Out: nothing."""
