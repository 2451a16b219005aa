using System.Text;

namespace SonicBridge.Steps.Verify;

#pragma warning disable CA1032, CA1064 // Made here, and caught by the step that uploads.

/// <summary>Kinesis Video did not take what was put.</summary>
/// <param name="passes">Whether it may take it a little later.</param>
internal sealed class UploadRefused(string message, bool passes) : Exception(message)
{
    public bool Passes => passes;

    /// <summary>The request itself was refused.</summary>
    public static UploadRefused ByStatus(HttpResponseMessage response, byte[] body)
    {
        // By the API reference, this header is more specific than the status.
        var type = response.Headers.TryGetValues("x-amz-ErrorType", out var values) ? values.First() : "";
        var status = (int)response.StatusCode;
        return new UploadRefused(
            $"PutMedia answered {status} {type.Split(':')[0]} {Encoding.UTF8.GetString(body)}".Trim(),
            status is 429 or >= 500 || type.Contains("LimitExceeded", StringComparison.Ordinal)
        );
    }
}
