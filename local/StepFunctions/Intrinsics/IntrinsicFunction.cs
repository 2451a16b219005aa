using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>One intrinsic function of the States Language.</summary>
/// <param name="Name">With its <c>States.</c>.</param>
/// <param name="Fewest">How many arguments it takes at least.</param>
/// <param name="Most">How many at most.</param>
/// <param name="Apply">What it does.</param>
public sealed record IntrinsicFunction(string Name, int Fewest, int Most, Func<IntrinsicArguments, JsonNode?> Apply)
{
    /// <summary>Whether the first argument is a template, with escapes of its own.</summary>
    public bool TakesTemplate { get; init; }

    /// <summary>The number of arguments, in words.</summary>
    public string Arity =>
        (Fewest, Most) switch
        {
            (var few, int.MaxValue) => $"at least {few} arguments",
            var (few, most) when few == most => few == 1 ? "1 argument" : $"{few} arguments",
            var (few, most) => $"{few} to {most} arguments",
        };
}

/// <summary>An intrinsic function cannot do with the arguments that it got.</summary>
public sealed class IntrinsicMisuseException(string message) : Exception(message);
