"""What leaves the notebook and what comes in from outside: files, and the forms they have."""
