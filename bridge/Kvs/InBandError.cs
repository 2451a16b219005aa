namespace SonicBridge.Bridge.Kvs;

/// <summary>An error that GetMedia reports by tags inside an answer whose HTTP status is 200.</summary>
/// <param name="Id">AWS_KINESISVIDEO_ERROR_ID (GetMedia, "Response Syntax").</param>
/// <param name="Code">AWS_KINESISVIDEO_ERROR_CODE.</param>
internal sealed record InBandError(long? Id = null, string? Code = null)
{
    /// <summary>The fragment after which to start is not there any more.</summary>
    public bool FragmentIsGone => Id == 4000;

    /// <summary>The stream's key can't be used, which no second attempt mends: 4503 alone says "unavailable now".</summary>
    public bool IsFatal => Id is (>= 4500 and <= 4506) and not 4503;

    public override string ToString() =>
        IsFatal
            ? $"the stream can't be decrypted ({Text}): let the bridge's role use the stream's KMS key"
            : $"Kinesis Video Streams reported {Text} inside the stream";

    private string Text => $"error {Id?.ToString() ?? "without a number"} {Code}".TrimEnd();
}
