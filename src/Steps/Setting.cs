namespace SonicBridge.Steps;

/// <summary>A function's settings: its environment variables, given by its entry in serverless.template.</summary>
internal static class Setting
{
    /// <summary>The value of a variable, or null when it is absent or empty.</summary>
    public static string? Optional(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>The value that was read, or a sentence that names the variable.</summary>
    /// <exception cref="InvalidOperationException">The variable is not set.</exception>
    public static string Required(string? value, string name) =>
        value
        ?? throw new InvalidOperationException(
            $"The environment variable {name} is not set; the function's entry in serverless.template gives it."
        );
}
