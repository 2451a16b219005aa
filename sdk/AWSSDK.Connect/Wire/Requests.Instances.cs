using System;
using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Place(RestParts parts, ListInstancesRequest value)
    {
        parts.Query("maxResults", value.MaxResults);
        parts.Query("nextToken", value.NextToken);
    }

    public static void Place(RestParts parts, DescribeInstanceRequest value)
    {
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Place(RestParts parts, AssociateLambdaFunctionRequest value)
    {
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Write(Utf8JsonWriter json, AssociateLambdaFunctionRequest value)
    {
        json.Text("ClientToken", value.ClientToken ?? Guid.NewGuid().ToString());
        json.Text("FunctionArn", value.FunctionArn);
    }

    public static void Place(RestParts parts, DisassociateLambdaFunctionRequest value)
    {
        parts.Query("clientToken", value.ClientToken ?? Guid.NewGuid().ToString());
        parts.Query("functionArn", value.FunctionArn);
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Place(RestParts parts, ListLambdaFunctionsRequest value)
    {
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
        parts.Query("maxResults", value.MaxResults);
        parts.Query("nextToken", value.NextToken);
    }
}
