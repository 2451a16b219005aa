using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.StandIns;

/// <summary>The parts of a request beside a JSON body; one that is null is left out.</summary>
internal readonly struct RestParts(IRequest request, Func<string, AmazonServiceException> refuse)
{
    /// <summary>What stands for a name in braces in the path. A path without it would be another one.</summary>
    public void Path(string name, string value, string property)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw refuse($"Request object does not have required field {property} set");
        }

        request.AddPathResource($"{{{name}}}", value);
    }

    public void Query(string name, string value)
    {
        if (value is not null)
        {
            request.UseQueryString = true;
            request.ParameterCollection.Add(name, value);
        }
    }

    public void Query(string name, int? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A list: the name once for each value.</summary>
    public void Query(string name, List<string> values)
    {
        if (values is { Count: > 0 })
        {
            request.UseQueryString = true;
            request.ParameterCollection.Add(name, values);
        }
    }

    public void Header(string name, string value)
    {
        if (value is not null)
        {
            request.Headers[name] = value;
        }
    }

    /// <summary>A body that is sent as it is.</summary>
    public void Payload(MemoryStream value)
    {
        request.ContentStream = value ?? new MemoryStream();
        request.Headers[HeaderKeys.ContentLengthHeader] = request.ContentStream.Length.ToString(
            CultureInfo.InvariantCulture
        );
        if (request.ContentStream.Length > 0)
        {
            request.Headers[HeaderKeys.ContentTypeHeader] = "binary/octet-stream";
        }
    }
}
