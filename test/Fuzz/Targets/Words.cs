using System.Text;

namespace SonicBridge.Fuzz.Targets;

/// <summary>Writes a dictionary.</summary>
internal static class Words
{
    public static IEnumerable<byte[]> Utf8(params string[] words) => words.Select(Encoding.UTF8.GetBytes);

    public static IEnumerable<byte[]> Hex(params string[] words) => words.Select(Convert.FromHexString);

    /// <summary>Each word in quotes, and with a colon behind it: as a value and as a name of JSON.</summary>
    public static IEnumerable<byte[]> Json(params string[] words) =>
        words.SelectMany(word => Utf8($"\"{word}\"", $"\"{word}\":"));

    /// <summary>What every JSON can hold, rightly or not.</summary>
    public static IEnumerable<byte[]> JsonValues { get; } =
        Utf8(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e400",
            "9223372036854775808",
            "0.1",
            "{}",
            "[]",
            "\"\"",
            "\\u0000",
            "\\ud800",
            "\\udc00",
            "\\ud83d\\ude00",
            "\\/",
            "\\\"",
            "\u00e9",
            "\U0001F600",
            ",",
            ":",
            " ",
            "\n",
            "/**/"
        );
}
