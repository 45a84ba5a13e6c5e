"""What every room shares: records, jobs, errors, parameters, registries."""
