using Amazon.KinesisVideoMedia.Model;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.KinesisVideoMedia.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly JsonProtocol Protocol = new(
        "Amazon.KinesisVideoMedia",
        "2017-09-30",
        "application/json",
        null
    );

    public static InvokeOptions GetMedia { get; } =
        new()
        {
            RequestMarshaller = new JsonMarshaller<GetMediaRequest>(Protocol, "GetMedia", "/getMedia", Requests.Write),
            ResponseUnmarshaller = new StreamedAnswer<GetMediaResponse>(Answers.GetMediaResponseOf, ServiceErrors.Read),
        };
}
