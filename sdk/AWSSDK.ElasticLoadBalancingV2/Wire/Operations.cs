using System;
using System.Xml.Linq;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Wire;

/// <summary>How each operation is written and its answer read.</summary>
internal static class Operations
{
    private static readonly QueryProtocol Protocol = new("Amazon.ElasticLoadBalancingV2", "2015-12-01");

    public static InvokeOptions DescribeTargetGroups { get; } =
        Of<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse>(
            "DescribeTargetGroups",
            Requests.Write,
            Answers.DescribeTargetGroupsResponseOf
        );

    public static InvokeOptions DescribeTargetHealth { get; } =
        Of<DescribeTargetHealthRequest, DescribeTargetHealthResponse>(
            "DescribeTargetHealth",
            Requests.Write,
            Answers.DescribeTargetHealthResponseOf
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
