using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary><c>end-canary</c>: deletes the synthetic call's stream. The call ends by itself when nothing more is said.</summary>
public sealed class EndCanaryFunction
{
    private readonly IAmazonKinesisVideo _kinesisVideo;

    public EndCanaryFunction()
        : this(new AmazonKinesisVideoClient()) { }

    internal EndCanaryFunction(IAmazonKinesisVideo kinesisVideo) => _kinesisVideo = kinesisVideo;

    /// <summary>A stream that is gone is as good as one that is deleted.</summary>
    [LambdaFunction(ResourceName = nameof(EndCanaryFunction), Timeout = 30, MemorySize = 256, Role = "@EndCanaryRole")]
    public async Task<StepDone> EndCanary(CanaryRequest request, ILambdaContext context)
    {
        var name = CanaryNames.StreamOf(MigrationFolder.Parse(request.Folder).Id);
        try
        {
            var found = await _kinesisVideo.DescribeStreamAsync(new DescribeStreamRequest { StreamName = name });
            if (found.StreamInfo.Status == Status.DELETING)
            {
                return new StepDone($"The stream {name} is being deleted already.");
            }

            await _kinesisVideo.DeleteStreamAsync(
                new DeleteStreamRequest
                {
                    StreamARN = found.StreamInfo.StreamARN,
                    CurrentVersion = found.StreamInfo.Version,
                }
            );
            return new StepDone($"The stream {name} is deleted.");
        }
        catch (ResourceNotFoundException)
        {
            return new StepDone($"There is no stream {name}.");
        }
    }
}
