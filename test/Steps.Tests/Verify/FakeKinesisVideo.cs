using Amazon;
using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>Kinesis Video with one stream, or none.</summary>
internal sealed class FakeKinesisVideo()
    : AmazonKinesisVideoClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public StreamInfo? Stream { get; set; }
    public List<string> Deleted { get; } = [];
    public int? RetentionHours { get; private set; }

    public override Task<DescribeStreamResponse> DescribeStreamAsync(
        DescribeStreamRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Stream?.StreamName == request.StreamName
            ? Task.FromResult(new DescribeStreamResponse { StreamInfo = Stream })
            : throw new ResourceNotFoundException("The requested stream is not found or not active.");

    public override Task<CreateStreamResponse> CreateStreamAsync(
        CreateStreamRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Stream.ShouldBeNull();
        RetentionHours = request.DataRetentionInHours;
        Stream = new StreamInfo
        {
            StreamName = request.StreamName,
            StreamARN = $"arn:aws:kinesisvideo:us-east-1:111122223333:stream/{request.StreamName}/1700000000000",
            Status = Status.CREATING,
            Version = "v1",
        };
        return Task.FromResult(new CreateStreamResponse { StreamARN = Stream.StreamARN });
    }

    public override Task<GetDataEndpointResponse> GetDataEndpointAsync(
        GetDataEndpointRequest request,
        CancellationToken cancellationToken = default
    )
    {
        request.APIName.ShouldBe(APIName.PUT_MEDIA);
        request.StreamARN.ShouldBe(Stream!.StreamARN);
        return Task.FromResult(
            new GetDataEndpointResponse { DataEndpoint = "https://s-1.kinesisvideo.us-east-1.amazonaws.com" }
        );
    }

    public override Task<DeleteStreamResponse> DeleteStreamAsync(
        DeleteStreamRequest request,
        CancellationToken cancellationToken = default
    )
    {
        request.CurrentVersion.ShouldBe(Stream!.Version);
        Deleted.Add(request.StreamARN);
        Stream.Status = Status.DELETING;
        return Task.FromResult(new DeleteStreamResponse());
    }
}
