using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Intrinsics;

/// <summary>Sums and chance.</summary>
internal static class MathFunctions
{
    public static JsonNode Add(IntrinsicArguments arguments)
    {
        try
        {
            return checked(arguments.Rounded(0) + arguments.Rounded(1));
        }
        catch (OverflowException)
        {
            throw new IntrinsicMisuseException("the sum does not fit into 64 bits.");
        }
    }

    /// <summary>From the first argument, inclusive, to the second, exclusive; a third one is a seed.</summary>
    public static JsonNode Chance(IntrinsicArguments arguments)
    {
        var (from, to) = (arguments.Rounded(0), arguments.Rounded(1));
        if (from >= to)
        {
            throw new IntrinsicMisuseException("the end of the range has to be greater than its start.");
        }

        // The same seed yields the same number, as in Step Functions, though not the number that it would yield there.
        var random = arguments.Count == 3 ? new Random(arguments.Rounded(2).GetHashCode()) : arguments.Random;
        lock (random)
        {
            return random.NextInt64(from, to);
        }
    }

    public static JsonNode Uuid(IntrinsicArguments arguments)
    {
        Span<byte> bytes = stackalloc byte[16];
        lock (arguments.Random)
        {
            arguments.Random.NextBytes(bytes);
        }

        // Version 4, variant 1 (RFC 9562, section 5.4).
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }
}
