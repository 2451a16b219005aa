using System;
using System.Xml.Linq;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudWatch.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly QueryProtocol Protocol = new("Amazon.CloudWatch", "2010-08-01");

    public static InvokeOptions DescribeAlarms { get; } =
        Of<DescribeAlarmsRequest, DescribeAlarmsResponse>(
            "DescribeAlarms",
            Requests.Write,
            Answers.DescribeAlarmsResponseOf
        );

    private static InvokeOptions Of<TInput, TOutput>(
        string operation,
        Action<QueryForm, TInput> write,
        Func<XElement, TOutput> read
    )
        where TInput : AmazonWebServiceRequest
        where TOutput : AmazonWebServiceResponse =>
        new()
        {
            RequestMarshaller = new QueryMarshaller<TInput>(Protocol, operation, write),
            ResponseUnmarshaller = new XmlAnswer<TOutput>(operation, read, ServiceErrors.Read),
        };
}
