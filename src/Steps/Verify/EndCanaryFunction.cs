using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// <c>end-canary</c>: hangs up for the synthetic caller, as contact-disconnected does for a real one, and deletes the stream
/// once the call is over: a bridge that finds its stream gone would end the call as failed.
/// </summary>
public sealed class EndCanaryFunction
{
    // Amazon Connect's name for a caller who hangs up.
    private const string Reason = "CUSTOMER_DISCONNECT";

    // A call that nobody carries any more has no outcome to wait for.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly IAmazonS3 _s3;
    private readonly IAmazonKinesisVideo _kinesisVideo;
    private readonly string? _callBucket;
    private readonly TimeProvider _time;

    public EndCanaryFunction()
        : this(
            new AmazonS3Client(),
            new AmazonKinesisVideoClient(),
            Setting.Optional("CALL_BUCKET"),
            TimeProvider.System
        ) { }

    internal EndCanaryFunction(IAmazonS3 s3, IAmazonKinesisVideo kinesisVideo, string? callBucket, TimeProvider time)
    {
        _s3 = s3;
        _kinesisVideo = kinesisVideo;
        _callBucket = callBucket;
        _time = time;
    }

    /// <summary>A stream that is gone is as good as one that is deleted.</summary>
    /// <exception cref="NotReadyYet">The call is ending.</exception>
    [LambdaFunction(ResourceName = nameof(EndCanaryFunction), Timeout = 30, MemorySize = 256, Role = "@EndCanaryRole")]
    public async Task<StepDone> EndCanary(CanaryRequest request, ILambdaContext context)
    {
        var migration = MigrationFolder.Parse(request.Folder).Id;
        var ended = await HangUpAsync(ContactId.Parse(request.ContactId ?? ""));
        return new StepDone($"{ended} {await DeleteAsync(CanaryNames.StreamOf(migration))}");
    }

    /// <summary>Says how the call ended.</summary>
    private async Task<string> HangUpAsync(ContactId contact)
    {
        var call = new CallStore(_s3, new CallFolder(Setting.Required(_callBucket, "CALL_BUCKET"), contact));
        if (await call.ReadAsync(CallFile.Outcome, CancellationToken.None) is { } outcome)
        {
            return $"The synthetic call {contact} ended: {outcome.Value.Outcome.Ending}.";
        }

        var now = _time.GetUtcNow();
        if (
            await call.TryWriteAsync(
                CallFile.Disconnected,
                new Disconnection(now, Reason),
                null,
                CancellationToken.None
            )
                is null
            && await call.ReadAsync(CallFile.Disconnected, CancellationToken.None) is { } hungUp
            && now - hungUp.Value.At > s_patience
        )
        {
            return $"The synthetic call {contact} has no outcome {s_patience.TotalMinutes} minutes after its caller hung up.";
        }

        throw new NotReadyYet($"The synthetic call {contact} is ending: look at its execution, named {contact}.");
    }

    private async Task<string> DeleteAsync(string name)
    {
        try
        {
            var found = await _kinesisVideo.DescribeStreamAsync(new DescribeStreamRequest { StreamName = name });
            if (found.StreamInfo.Status == Status.DELETING)
            {
                return $"The stream {name} is being deleted already.";
            }

            await _kinesisVideo.DeleteStreamAsync(
                new DeleteStreamRequest
                {
                    StreamARN = found.StreamInfo.StreamARN,
                    CurrentVersion = found.StreamInfo.Version,
                }
            );
            return $"The stream {name} is deleted.";
        }
        catch (ResourceNotFoundException)
        {
            return $"There is no stream {name}.";
        }
    }
}
