using Amazon.KinesisVideoMedia.Model;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.KinesisVideoMedia.Wire;

/// <summary>What is answered: a header, and a body that is handed on unread.</summary>
internal static class Answers
{
    public static GetMediaResponse GetMediaResponseOf(JsonUnmarshallerContext context)
    {
        var response = new GetMediaResponse { Payload = context.Stream };
        if (context.ResponseData.IsHeaderPresent(HeaderKeys.ContentTypeHeader))
        {
            response.ContentType = context.ResponseData.GetHeaderValue(HeaderKeys.ContentTypeHeader);
        }

        return response;
    }
}
