using System.Text.RegularExpressions;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>Fills <c>${Name}</c> in a definition, as a template's DefinitionSubstitutions do.</summary>
public static partial class Substitutions
{
    /// <exception cref="DefinitionRefusedException">A name has no value.</exception>
    public static string Apply(string definition, IReadOnlyDictionary<string, string> values)
    {
        return Placeholder()
            .Replace(
                definition,
                match =>
                    values.TryGetValue(match.Groups["name"].Value, out var value)
                        ? value
                        : throw new DefinitionRefusedException(
                            "/",
                            $"nothing is given for the substitution {match.Value}."
                        )
            );
    }

    [GeneratedRegex(
        @"\$\{(?<name>[A-Za-z0-9_.]+)\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Placeholder();
}
