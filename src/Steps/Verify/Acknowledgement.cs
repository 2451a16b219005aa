using System.Text.Json;

namespace SonicBridge.Steps.Verify;

/// <summary>What PutMedia answers: JSON objects one after the other, some for each fragment.</summary>
internal static class Acknowledgement
{
    // The error codes of PutMedia's reference that say what has to be mended.
    private static readonly Dictionary<int, string> s_mends = new()
    {
        [4008] = "The stream was deleted meanwhile: start the verification again.",
        [4500] = "Let this function use the stream's KMS key: in the key's policy, or in the role of start-canary.",
        [4501] = "Enable the stream's KMS key.",
        [4505] = "The stream's KMS key is to be deleted: cancel that.",
        [4506] = "The stream's KMS key is gone: delete the stream, so that a new one is made.",
    };

    /// <summary>Reads them all.</summary>
    /// <exception cref="UploadRefused">One is an error, or none says that a fragment was received.</exception>
    public static void Check(ReadOnlySpan<byte> answer)
    {
        var received = 0;
        var reader = new Utf8JsonReader(answer, new JsonReaderOptions { AllowMultipleValues = true });
        try
        {
            while (reader.Read())
            {
                using var document = JsonDocument.ParseValue(ref reader);
                var root = document.RootElement;
                var acknowledgement = root.At("Acknowledgement") is { ValueKind: JsonValueKind.Object } inner
                    ? inner
                    : root;
                switch (acknowledgement.TextAt("EventType")?.ToUpperInvariant())
                {
                    case "ERROR":
                        throw Refusal(acknowledgement);
                    case "RECEIVED" or "PERSISTED":
                        received++;
                        break;
                }
            }
        }
        catch (JsonException e)
        {
            throw new UploadRefused($"PutMedia's acknowledgements cannot be read: {e.Message}", passes: true);
        }

        if (received == 0)
        {
            throw new UploadRefused("PutMedia acknowledged no fragment.", passes: true);
        }
    }

    private static UploadRefused Refusal(JsonElement error)
    {
        // A number, though the reference also shows it as text.
        var id =
            error.At("ErrorId") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
                ? value
            : int.TryParse(error.TextAt("ErrorId"), out value) ? value
            : 0;
        var mend = s_mends.TryGetValue(id, out var found) ? $" {found}" : "";
        // 5000 and above are the service's own troubles.
        return new UploadRefused(
            $"Kinesis Video refused a fragment: error {id} {error.TextAt("ErrorCode")}.{mend}",
            passes: id >= 5000
        );
    }
}
