"""`python -m citecheck` is `citecheck`."""

from citecheck.cli.main import main

if __name__ == "__main__":
    main()
