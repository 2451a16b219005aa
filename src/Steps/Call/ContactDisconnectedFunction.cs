using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>
/// <c>contact-disconnected</c>, called by EventBridge: writes <c>disconnected.json</c> for a contact that has a call's
/// folder. Connect sends its events late, twice or not at all: the bridge knows the end of a call by the stream as well.
/// </summary>
public sealed class ContactDisconnectedFunction
{
    private readonly IAmazonS3 _s3;
    private readonly TimeProvider _time;
    private readonly string? _bucket;

    public ContactDisconnectedFunction()
        : this(new AmazonS3Client(), TimeProvider.System, Setting.Optional("CALL_BUCKET")) { }

    internal ContactDisconnectedFunction(IAmazonS3 s3, TimeProvider time, string? bucket)
    {
        _s3 = s3;
        _time = time;
        _bucket = bucket;
    }

    /// <summary>Throws only what is worth EventBridge's next try.</summary>
    [LambdaFunction(
        ResourceName = nameof(ContactDisconnectedFunction),
        Timeout = 15,
        MemorySize = 256,
        Role = "@ContactDisconnectedRole"
    )]
    public async Task ContactDisconnected(JsonElement input, ILambdaContext context)
    {
        var detail = input.At("detail");
        if (
            detail.TextAt("eventType") is not "DISCONNECTED"
            || !ContactId.TryParse(detail.TextAt("contactId"), out var contactId)
        )
        {
            context.Logger.LogInformation("The event tells of no contact that has ended.");
            return;
        }

        var store = new CallStore(_s3, new CallFolder(Setting.Required(_bucket, "CALL_BUCKET"), contactId));
        if (await store.ReadAsync(CallFile.Call, CancellationToken.None) is null)
        {
            context.Logger.LogInformation("Contact {contactId} is no call of ours.", contactId.ToString());
            return;
        }

        var end = new Disconnection(TimeOf(detail.TextAt("disconnectTimestamp")), ReasonOf(detail));
        // What was written first stays: the same event may come again.
        var isNews = await store.TryWriteAsync(CallFile.Disconnected, end, null, CancellationToken.None) is not null;
        context.Logger.LogInformation(
            "Contact {contactId} has ended at {at}; that is news: {isNews}.",
            contactId.ToString(),
            end.At,
            isNews
        );
    }

    private DateTimeOffset TimeOf(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : _time.GetUtcNow();

    // A name, not a text: whatever else may come there one day stays out of the folder.
    private static string? ReasonOf(JsonElement detail) =>
        detail.TextAt("disconnectReason") is { Length: > 0 and <= 64 } reason
        && reason.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? reason
            : null;
}
