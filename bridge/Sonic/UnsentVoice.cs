using System.Text.Json;

namespace SonicBridge.Bridge.Sonic;

/// <summary>Takes the caller's voice back out of events that never left, so that the next session can be given it.</summary>
internal static class UnsentVoice
{
    /// <summary>The samples of one event: 16-bit, 8 kHz; none when it holds no voice.</summary>
    public static byte[] In(ReadOnlySpan<byte> json, int hertz)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2)
            {
                if (!reader.ValueTextEquals("audioInput"u8))
                {
                    return [];
                }
            }
            else if (
                reader.TokenType == JsonTokenType.PropertyName
                && reader.CurrentDepth == 3
                && reader.ValueTextEquals("content"u8)
            )
            {
                reader.Read();
                return AtTelephoneRate(reader.GetBytesFromBase64(), hertz);
            }
        }

        return [];
    }

    // The half-band filter leaves every second sample as it was.
    private static byte[] AtTelephoneRate(byte[] pcm, int hertz)
    {
        if (hertz == SonicSettings.TelephoneHertz)
        {
            return pcm;
        }

        var half = new byte[pcm.Length / 2];
        for (var i = 0; i + 1 < half.Length; i += 2)
        {
            (half[i], half[i + 1]) = (pcm[2 * i], pcm[(2 * i) + 1]);
        }

        return half;
    }
}
