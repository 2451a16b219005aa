namespace SonicBridge.Bench.Calls;

/// <summary>A program that carries calls.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Executable">The path of a file.</param>
/// <param name="Arguments">What comes behind it.</param>
internal sealed record Contender(string Name, string Executable, IReadOnlyList<string> Arguments);
