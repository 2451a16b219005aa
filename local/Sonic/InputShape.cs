using System.Text.Json;

namespace SonicBridge.Local.Sonic;

/// <summary>The fields of a client's settings, and the values that Nova 2 Sonic takes in them.</summary>
internal static class InputShape
{
    private static readonly HashSet<string> Voices =
    [
        "tiffany",
        "matthew",
        "amy",
        "olivia",
        "kiara",
        "arjun",
        "ambre",
        "florian",
        "beatrice",
        "lorenzo",
        "tina",
        "lennart",
        "lupe",
        "carlos",
        "carolina",
        "leo",
    ];

    /// <summary>The pause that a sessionStart asks for, or null when it leaves it to the model.</summary>
    /// <exception cref="SonicRefusalException">A field is unknown or has no such value.</exception>
    public static TimeSpan? PauseOf(JsonElement body)
    {
        Only(body, "inferenceConfiguration", "turnDetectionConfiguration");
        var inference = body.GetProperty("inferenceConfiguration");
        Only(inference, "maxTokens", "topP", "temperature");
        Require(inference.GetProperty("maxTokens").GetInt32() > 0, "maxTokens is not positive.");
        Require(inference.GetProperty("topP").GetDouble() is >= 0 and <= 1, "topP is not between 0 and 1.");
        Require(
            inference.GetProperty("temperature").GetDouble() is >= 0 and <= 1,
            "temperature is not between 0 and 1."
        );
        if (body.TryGetProperty("turnDetectionConfiguration", out var turns))
        {
            Only(turns, "endpointingSensitivity");
            return turns.GetProperty("endpointingSensitivity").GetString() switch
            {
                "HIGH" => TimeSpan.FromSeconds(1.5),
                "MEDIUM" => TimeSpan.FromSeconds(1.75),
                "LOW" => TimeSpan.FromSeconds(2),
                var other => throw SonicRefusalException.Validation(
                    $"endpointingSensitivity '{other}' is not HIGH, MEDIUM or LOW."
                ),
            };
        }

        return null;
    }

    /// <summary>The rate of the agent's voice that a promptStart asks for.</summary>
    /// <exception cref="SonicRefusalException">A field has no such value.</exception>
    public static int OutputHertzOf(JsonElement body)
    {
        Require(
            body.GetProperty("textOutputConfiguration").GetProperty("mediaType").GetString() == "text/plain",
            "textOutputConfiguration is not text/plain."
        );
        var audio = body.GetProperty("audioOutputConfiguration");
        var hertz = Lpcm(audio);
        var voice = audio.GetProperty("voiceId").GetString();
        Require(Voices.Contains(voice!), $"voiceId '{voice}' is not a voice of this model.");
        return hertz;
    }

    /// <summary>The rate of a sound's configuration.</summary>
    /// <exception cref="SonicRefusalException">The model takes no such sound.</exception>
    public static int Lpcm(JsonElement audio)
    {
        Require(audio.GetProperty("mediaType").GetString() == "audio/lpcm", "mediaType is not audio/lpcm.");
        Require(audio.GetProperty("sampleSizeBits").GetInt32() == 16, "sampleSizeBits is not 16.");
        Require(audio.GetProperty("channelCount").GetInt32() == 1, "channelCount is not 1.");
        Require(audio.GetProperty("encoding").GetString() == "base64", "encoding is not base64.");
        Require(audio.GetProperty("audioType").GetString() == "SPEECH", "audioType is not SPEECH.");
        var hertz = audio.GetProperty("sampleRateHertz").GetInt32();
        Require(hertz is 8000 or 16000 or 24000, $"sampleRateHertz {hertz} is not 8000, 16000 or 24000.");
        return hertz;
    }

    /// <exception cref="SonicRefusalException">The condition does not hold.</exception>
    public static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw SonicRefusalException.Validation(otherwise);
        }
    }

    /// <exception cref="SonicRefusalException">There is another field.</exception>
    public static void Only(JsonElement body, params ReadOnlySpan<string> names)
    {
        foreach (var property in body.EnumerateObject())
        {
            Require(names.Contains(property.Name), $"'{property.Name}' is not a field here.");
        }
    }
}
