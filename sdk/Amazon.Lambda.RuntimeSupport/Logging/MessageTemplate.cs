using System.Collections;
using System.Globalization;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A message with holes, as in "{count} of {product:N}"; holes named 0, 1, 2 are filled by position.</summary>
internal static class MessageTemplate
{
    /// <param name="Token">The hole with its braces.</param>
    internal readonly record struct Hole(string Token, string Name, string Format, int Start);

    /// <summary>The message with its holes filled, as far as there are values for them.</summary>
    public static string Fill(string template, object[] args)
    {
        if (args is not { Length: > 0 })
        {
            return template;
        }

        var text = new StringBuilder();
        var done = 0;
        foreach (var (hole, value) in Pair(template, args))
        {
            text.Append(template, done, hole.Start - done).Append(Text(hole, value));
            done = hole.Start + hole.Token.Length;
        }

        return text.Append(template, done, template.Length - done).ToString();
    }

    /// <summary>Each hole that there is a value for, with that value.</summary>
    public static IEnumerable<(Hole Hole, object Value)> Pair(string template, object[] args)
    {
        if (args is not { Length: > 0 })
        {
            yield break;
        }

        var holes = Parse(template);
        var byPosition = ArePositions(holes);
        for (var i = 0; i < holes.Count; i++)
        {
            var index = byPosition ? int.Parse(holes[i].Name, CultureInfo.InvariantCulture) : i;
            if (index < args.Length)
            {
                yield return (holes[i], args[index]);
            }
        }
    }

    /// <summary>A value as it stands in a message; one that has no short text leaves its hole as it is.</summary>
    public static string Text(Hole hole, object value) =>
        value switch
        {
            byte[] bytes => bytes.Length <= 16
                ? Convert.ToHexString(bytes)
                : $"{Convert.ToHexString(bytes, 0, 16)}... ({bytes.Length} bytes)",
            null or IList or IDictionary => hole.Token,
            IFormattable formattable when hole.Format is not null => formattable.ToString(
                hole.Format,
                CultureInfo.InvariantCulture
            ),
            DateTime time => time.ToString(LogEntry.TimeFormat, CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToString(LogEntry.TimeFormat, CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static List<Hole> Parse(string template)
    {
        var holes = new List<Hole>();
        for (var open = template.IndexOf('{'); open >= 0; open = template.IndexOf('{', open + 1))
        {
            if (open + 1 < template.Length && template[open + 1] == '{')
            {
                // Two braces are no hole.
                open++;
                continue;
            }

            var close = template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            if (close > open + 1)
            {
                holes.Add(ParseHole(template[open..(close + 1)], open));
            }
        }

        return holes;
    }

    private static Hole ParseHole(string token, int start)
    {
        var content = token.AsSpan(1, token.Length - 2).TrimStart('@');
        var colon = content.IndexOf(':');
        var format = colon < 0 ? "" : content[(colon + 1)..].Trim().ToString();
        var name = (colon < 0 ? content : content[..colon]).Trim().ToString();
        return new Hole(token, name, format.Length == 0 ? null : format, start);
    }

    private static bool ArePositions(List<Hole> holes)
    {
        var positions = new HashSet<int>();
        foreach (var hole in holes)
        {
            if (!int.TryParse(hole.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            {
                return false;
            }

            positions.Add(position);
        }

        return positions.Count > 0 && positions.Max() == positions.Count - 1;
    }
}
