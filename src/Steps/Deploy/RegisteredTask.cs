namespace SonicBridge.Steps.Deploy;

/// <summary><c>registered.json</c>: which revisions of the family are this migration's.</summary>
/// <param name="TaskDefinition">The ARN of the revision that carries calls on EC2.</param>
/// <param name="Registered">The ARNs of those that the migration registered; a rollback deregisters them.</param>
internal sealed record RegisteredTask(string TaskDefinition, IReadOnlyList<string> Registered);
