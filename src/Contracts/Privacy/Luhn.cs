namespace SonicBridge.Contracts.Privacy;

/// <summary>The check that the number of every payment card passes (ISO/IEC 7812-1).</summary>
internal static class Luhn
{
    /// <param name="digits">Figures only.</param>
    public static bool Holds(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }
}
