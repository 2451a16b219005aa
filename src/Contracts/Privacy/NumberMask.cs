using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SonicBridge.Contracts.Privacy;

/// <summary>
/// Masks what looks like the number of a card, a telephone or an identity: seven digits or more in a row, however they
/// are grouped, in figures or in English words, as people read them out. A date stays, and so does every shorter number.
/// </summary>
public static partial class NumberMask
{
    /// <summary>Fewer digits are an hour, a price, a house.</summary>
    public const int Fewest = 7;

    private const string Words = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple";
    private const int ShortestCard = 13;
    private const int LongestCard = 19;

    private static readonly string[] s_words =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    /// <summary>Masks a text.</summary>
    public static string Mask(string text) => Run().Replace(Identity().Replace(text, "[id]"), Mask);

    private static string Mask(Match run)
    {
        var digits = DigitsOf(run.Value);
        if (digits.Length < Fewest || Date().IsMatch(run.Value))
        {
            return run.Value;
        }

        var label =
            HoldsCard(digits) ? "[card]"
            : LooksLikePhone(run.Value, digits) ? "[phone]"
            : "[number]";
        // A number that goes on in the next line is masked in both.
        return string.Join('\n', run.Value.Split('\n').Select(_ => label));
    }

    private static string DigitsOf(string run)
    {
        var digits = new StringBuilder();
        var times = 1;
        foreach (Match token in Token().Matches(run))
        {
            if (char.IsDigit(token.ValueSpan[0]))
            {
                // Figures of any script: a Hindi transcript has its own.
                foreach (var figure in token.Value)
                {
                    digits.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(figure)));
                }

                continue;
            }

            var word = token.Value.ToLowerInvariant();
            switch (word)
            {
                case "double":
                    times = 2;
                    break;
                case "triple":
                    times = 3;
                    break;
                default:
                    var value = word == "oh" ? 0 : Array.IndexOf(s_words, word);
                    digits.Append((char)('0' + value), times);
                    times = 1;
                    break;
            }
        }

        return digits.ToString();
    }

    // An expiry date or a security code is often read out in the same breath.
    private static bool HoldsCard(string digits)
    {
        for (var start = 0; start + ShortestCard <= digits.Length; start++)
        {
            for (var length = ShortestCard; length <= LongestCard && start + length <= digits.Length; length++)
            {
                if (Luhn.Holds(digits.AsSpan(start, length)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool LooksLikePhone(string run, string digits) =>
        run.StartsWith('+') || digits[0] == '0' || digits.Length == 10 || (digits.Length == 11 && digits[0] == '1');

    [GeneratedRegex(
        @"\+?(?:(?<!\d)\d+|\b(?:" + Words + @")\b)(?:[ \n./(),-]{1,3}(?:\d+|\b(?:" + Words + @")\b))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Run();

    [GeneratedRegex(
        @"\d+|[a-z]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();

    /// <summary>2026-11-25, 25.11.2026, 11/25/2026.</summary>
    [GeneratedRegex(
        @"\A((19|20)\d{2}(?<one>[-./])\d{1,2}\k<one>\d{1,2}|\d{1,2}(?<other>[-./])\d{1,2}\k<other>(19|20)\d{2})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Date();

    /// <summary>Letters and figures together, as in passports, bank accounts and insurance numbers.</summary>
    [GeneratedRegex(
        @"\b(?=(?:[A-Z]*\d){4})(?=\w*[A-Z])[A-Z0-9]{7,34}\b|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b|\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Identity();
}
