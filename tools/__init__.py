"""The Python half of ./dev: databases, the demo, the tests."""
