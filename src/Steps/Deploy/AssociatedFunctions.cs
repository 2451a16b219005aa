namespace SonicBridge.Steps.Deploy;

/// <summary><c>associated.json</c>: what the Amazon Connect instance might do before the migration let it do more.</summary>
/// <param name="InstanceArn">The instance.</param>
/// <param name="Functions">The functions of this stack that flows invoke.</param>
internal sealed record AssociatedFunctions(string InstanceArn, IReadOnlyList<AssociatedFunction> Functions);

/// <summary>One function, before anything was changed.</summary>
/// <param name="Arn">The function.</param>
/// <param name="WasAssociated">Whether the instance listed it.</param>
/// <param name="Statements">The ids of the statements of its policy by which the instance might invoke it.</param>
internal sealed record AssociatedFunction(string Arn, bool WasAssociated, IReadOnlyList<string> Statements);
