namespace SonicBridge.Contracts.Configuration;

/// <summary>The voices of Nova 2 Sonic and their languages, as its user guide has them under "Language support".</summary>
public static class SonicVoices
{
    private static readonly Language[] s_languages =
    [
        new("en-US", "English", ["tiffany", "matthew"]),
        new("en-GB", "British English", ["amy"]),
        new("en-AU", "Australian English", ["olivia"]),
        new("en-IN", "Indian English", ["kiara", "arjun"]),
        new("hi-IN", "Hindi", ["kiara", "arjun"]),
        new("fr-FR", "French", ["ambre", "florian"]),
        new("it-IT", "Italian", ["beatrice", "lorenzo"]),
        new("de-DE", "German", ["tina", "lennart"]),
        new("es-US", "Spanish", ["lupe", "carlos"]),
        new("pt-BR", "Portuguese", ["carolina", "leo"]),
    ];

    /// <summary>Those that speak every language.</summary>
    public static IReadOnlyList<string> Polyglots { get; } = ["tiffany", "matthew"];

    /// <summary>All voices.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. s_languages.SelectMany(language => language.Voices).Distinct()];

    /// <summary>The tags of all languages.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. s_languages.Select(language => language.Tag)];

    /// <summary>A language's own voices.</summary>
    public static IReadOnlyList<string> NativeTo(string language) => Find(language).Voices;

    /// <summary>The voices that speak a language, its own first.</summary>
    public static IReadOnlyList<string> Of(string language) => [.. Find(language).Voices.Union(Polyglots)];

    /// <summary>A language's name in English.</summary>
    public static string NameOf(string language) => Find(language).Name;

    private static Language Find(string tag) =>
        Array.Find(s_languages, language => language.Tag == tag)
        ?? throw new ArgumentException($"The model speaks no '{tag}'.", nameof(tag));

    private sealed record Language(string Tag, string Name, string[] Voices);
}
