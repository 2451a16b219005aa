namespace Amazon.Lambda.Annotations;

/// <summary>A parameter that comes from the invocation's own scope of services.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute { }
