using System.Security.Cryptography;

namespace SonicBridge.Steps.Backup;

/// <summary>Fetches a function's code from the presigned address that Lambda gives for ten minutes.</summary>
internal sealed class CodeDownload(HttpClient http)
{
    /// <param name="location">The address. It is a secret: whoever has it can read the code.</param>
    /// <param name="sha256">The SHA-256 that Lambda says the code has, in base64.</param>
    /// <exception cref="InvalidDataException">What came is not that code.</exception>
    public async Task<byte[]> FetchAsync(string location, string sha256)
    {
        var code = await http.GetByteArrayAsync(new Uri(location));
        var found = Convert.ToBase64String(SHA256.HashData(code));
        return found == sha256
            ? code
            : throw new InvalidDataException(
                $"The code that was downloaded ({code.Length} bytes) has the SHA-256 {found}, but Lambda says {sha256}: the function was changed just now, or the download was cut off."
            );
    }
}
