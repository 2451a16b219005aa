using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Running;

/// <summary>Makes an input that broke something as short as it goes, by leaving out ever smaller parts of it.</summary>
internal static class Shrinking
{
    private const int MostTries = 5000;

    public static byte[] Of(IFuzzTarget target, byte[] input, Finding finding)
    {
        var tries = 0;
        for (var part = Math.Max(1, input.Length / 2); part > 0 && tries < MostTries; part /= 2)
        {
            for (var at = 0; at < input.Length && tries < MostTries; tries++)
            {
                byte[] shorter = [.. input.AsSpan(0, at), .. input.AsSpan(Math.Min(at + part, input.Length))];
                if (Finding.Of(target, shorter)?.Kind == finding.Kind)
                {
                    input = shorter;
                }
                else
                {
                    at += part;
                }
            }
        }

        return input;
    }
}
