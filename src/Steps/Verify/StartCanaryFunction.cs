using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// <c>start-canary</c>: a call without a caller. Puts a recorded sentence into a stream of its own, as Amazon Connect
/// would, starts a call on it by the function that the contact flow invokes, and stays on the line in silence while the
/// agent answers. Run again, it finds the call that it has started.
/// </summary>
public sealed class StartCanaryFunction
{
    // The shortest that keeps fragments at all.
    private const int RetentionHours = 1;

    // Each verification of a migration makes a call of its own.
    private const int MostCalls = 1000;

    private readonly IAmazonS3 _s3;
    private readonly IAmazonKinesisVideo _kinesisVideo;
    private readonly CanaryLine _line;
    private readonly CallStarter _starter;
    private readonly string? _callBucket;

    public StartCanaryFunction()
        : this(
            new AmazonS3Client(),
            new AmazonKinesisVideoClient(),
            new AmazonLambdaClient(),
            new MediaUpload(
                new HttpClient(),
                DefaultAWSCredentialsIdentityResolver.GetCredentials(),
                Setting.Required(Setting.Optional("AWS_REGION"), "AWS_REGION"),
                TimeProvider.System
            ),
            Setting.Optional("CALL_BUCKET"),
            Setting.Optional("START_FUNCTION_ARN"),
            TimeProvider.System
        ) { }

    internal StartCanaryFunction(
        IAmazonS3 s3,
        IAmazonKinesisVideo kinesisVideo,
        IAmazonLambda lambda,
        MediaUpload upload,
        string? callBucket,
        string? startFunction,
        TimeProvider time
    )
    {
        _s3 = s3;
        _kinesisVideo = kinesisVideo;
        _line = new CanaryLine(upload, time);
        _starter = new CallStarter(lambda, startFunction);
        _callBucket = callBucket;
    }

    /// <exception cref="NotReadyYet">The stream is being made, or AWS asks to try later.</exception>
    /// <exception cref="MigrationRefused">The call cannot be started.</exception>
    [LambdaFunction(
        ResourceName = nameof(StartCanaryFunction),
        Timeout = 110,
        MemorySize = 256,
        Role = "@StartCanaryRole"
    )]
    public async Task<CanaryStarted> StartCanary(StepRequest request, ILambdaContext context)
    {
        var migration = MigrationFolder.Parse(request.Folder).Id;
        var (contact, isUnderWay) = await FindCallAsync(migration);
        if (isUnderWay)
        {
            context.Logger.LogInformation("The synthetic call {contactId} is under way.", contact.ToString());
            return new CanaryStarted(contact.ToString());
        }

        var stream = await StreamAsync(CanaryNames.StreamOf(migration));
        try
        {
            var voice = await OpenAsync(stream, contact);
            await voice.SpeakAsync();
            await _starter.StartAsync(stream, contact, voice.StartedAt);
            await voice.StayAsync();
        }
        catch (UploadRefused e) when (e.Passes)
        {
            throw new NotReadyYet(e.Message);
        }
        catch (UploadRefused e)
        {
            throw new MigrationRefused($"The synthetic call's voice could not be put into {stream}: {e.Message}", e);
        }

        context.Logger.LogInformation("The synthetic call {contactId} is started.", contact.ToString());
        return new CanaryStarted(contact.ToString());
    }

    private async Task<CanaryLine.Voice> OpenAsync(string stream, ContactId contact)
    {
        var answer = await _kinesisVideo.GetDataEndpointAsync(
            new GetDataEndpointRequest { StreamARN = stream, APIName = APIName.PUT_MEDIA }
        );
        return _line.Open(answer.DataEndpoint, stream, contact);
    }

    /// <summary>The first call that is not over: one under way is kept, since Lambda or the state may have tried twice.</summary>
    private async Task<(ContactId Contact, bool IsUnderWay)> FindCallAsync(string migration)
    {
        var bucket = Setting.Required(_callBucket, "CALL_BUCKET");
        for (var number = 1; number <= MostCalls; number++)
        {
            var contact = CanaryNames.ContactOf(migration, number);
            var store = new CallStore(_s3, new CallFolder(bucket, contact));
            if (await store.ReadAsync(CallFile.Call, CancellationToken.None) is null)
            {
                return (contact, false);
            }

            if (await store.ReadAsync(CallFile.Outcome, CancellationToken.None) is null)
            {
                return (contact, true);
            }
        }

        throw new MigrationRefused($"Migration {migration} has made {MostCalls} synthetic calls: begin a new one.");
    }

    /// <summary>The stream's ARN, when it can be written to.</summary>
    private async Task<string> StreamAsync(string name)
    {
        try
        {
            var found = await _kinesisVideo.DescribeStreamAsync(new DescribeStreamRequest { StreamName = name });
            return found.StreamInfo.Status == Status.ACTIVE
                ? found.StreamInfo.StreamARN
                : throw new NotReadyYet($"The stream {name} is {found.StreamInfo.Status}.");
        }
        catch (ResourceNotFoundException)
        {
            await _kinesisVideo.CreateStreamAsync(
                new CreateStreamRequest { StreamName = name, DataRetentionInHours = RetentionHours }
            );
            throw new NotReadyYet($"The stream {name} is being made.");
        }
    }
}
