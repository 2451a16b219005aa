using System.Globalization;

namespace SonicBridge.Bridge.Configuration;

/// <summary>Reads environment variables, and keeps one sentence for each that cannot be used.</summary>
internal sealed class EnvironmentReader(Func<string, string?> variable)
{
    private readonly List<string> _problems = [];

    /// <summary>What is wrong, each naming the variable and the mend.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>A variable that has to be there.</summary>
    /// <param name="meaning">What it is to be set to, after "Set it to".</param>
    public string Required(string name, string meaning)
    {
        var text = Value(name);
        if (text is null)
        {
            _problems.Add($"{name} is missing: set it to {meaning}.");
        }

        return text ?? "";
    }

    /// <summary>A variable that may be left out.</summary>
    public string Optional(string name, string otherwise) => Value(name) ?? otherwise;

    /// <summary>A whole number within limits.</summary>
    public int Whole(string name, int? otherwise, int least, int most)
    {
        var text = otherwise is null ? Required(name, $"a whole number from {least} to {most}") : Value(name);
        if (string.IsNullOrEmpty(text))
        {
            return otherwise ?? least;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number >= least && number <= most)
            {
                return number;
            }
        }

        _problems.Add($"{name} is '{text}': set it to a whole number from {least} to {most}.");
        return least;
    }

    /// <summary>A fraction from 0 to 1.</summary>
    public double Fraction(string name, double otherwise)
    {
        var text = Value(name);
        if (text is null)
        {
            return otherwise;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            if (number is >= 0 and <= 1)
            {
                return number;
            }
        }

        _problems.Add($"{name} is '{text}': set it to a number from 0 to 1, such as 0.7.");
        return otherwise;
    }

    /// <summary>A duration in seconds within limits.</summary>
    public TimeSpan Seconds(string name, int otherwise, int least, int most) =>
        TimeSpan.FromSeconds(Whole(name, otherwise, least, most));

    /// <summary>One of a few words.</summary>
    public T OneOf<T>(string name, T otherwise, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        var text = Value(name);
        if (text is null)
        {
            return otherwise;
        }

        foreach (var (word, value) in choices)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var words = new List<string>();
        foreach (var (word, _) in choices)
        {
            words.Add(word);
        }

        _problems.Add($"{name} is '{text}': set it to {string.Join(" or ", words)}.");
        return otherwise;
    }

    /// <summary>Reads a text by a parser that throws a sentence.</summary>
    public T? Parsed<T>(string name, string meaning, Func<string, T> parse)
        where T : class
    {
        var text = Required(name, meaning);
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (FormatException e)
        {
            _problems.Add($"{name} cannot be used: {e.Message}");
            return null;
        }
    }

    private string? Value(string name)
    {
        var text = variable(name)?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
