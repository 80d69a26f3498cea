"""Benchmarks: speed, memory and accuracy on the sample packs. `make bench` runs them all."""
