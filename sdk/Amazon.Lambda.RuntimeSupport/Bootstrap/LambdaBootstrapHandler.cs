namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Answers one invocation.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);

/// <summary>Runs before the first invocation; false ends the process without one.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
