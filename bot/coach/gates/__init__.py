"""What a model wrote is examined here before anybody reads it: numbers, evidence, manner, arguments. All pure."""
