using System.Text.Json;
using SonicBridge.Local.Call;

namespace SonicBridge.Bench.Cost;

/// <summary>Reads the inputs of the cost model, which people keep up to date.</summary>
internal static class DatedInputs
{
    /// <param name="file">Its path in the repository.</param>
    /// <exception cref="InvalidDataException">It cannot be read; the message names the file and the place.</exception>
    public static T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(
                    File.ReadAllText(Path.Join(Product.Built.Repository, file)),
                    JsonSerializerOptions.Web
                ) ?? throw new InvalidDataException($"{file} holds nothing.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{file} cannot be read: {e.Message}", e);
        }
    }
}
