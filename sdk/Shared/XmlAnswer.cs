using System;
using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns;

/// <summary>Reads one operation's answer in XML, or its error.</summary>
internal sealed class XmlAnswer<TOutput>(
    string operation,
    Func<XElement, TOutput> read,
    Func<ErrorResponse, AmazonServiceException> readError
) : XmlResponseUnmarshaller
    where TOutput : AmazonWebServiceResponse
{
    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit };

    private readonly string result = operation + "Result";

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var reader = XmlReader.Create(input.Stream, Plain);
        var answer = XElement.Load(reader);
        // An operation that answers nothing has no result.
        var response = read(answer.Member(result) ?? new XElement(result));
        response.ResponseMetadata = new ResponseMetadata
        {
            RequestId = answer.Member("ResponseMetadata")?.Text("RequestId"),
        };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input,
        Exception innerException,
        HttpStatusCode statusCode
    )
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return readError(error);
    }
}
