using SonicBridge.Local.Lambda;

namespace SonicBridge.Bench.Lambdas;

/// <summary>A function, and what runs it.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Function">Its settings.</param>
/// <param name="Arguments">What comes behind the executable.</param>
/// <param name="Event">The name of the function whose first event it gets.</param>
internal sealed record LambdaProgram(
    string Name,
    FunctionDefinition Function,
    IReadOnlyList<string> Arguments,
    string Event
);
