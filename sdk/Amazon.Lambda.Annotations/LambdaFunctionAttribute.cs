namespace Amazon.Lambda.Annotations;

/// <summary>Makes a method a Lambda function of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    /// <summary>The function's logical id in the template: letters and digits.</summary>
    public string ResourceName { get; set; }

    /// <summary>Seconds.</summary>
    public uint Timeout { get; set; }

    /// <summary>Megabytes.</summary>
    public uint MemorySize { get; set; }

    /// <summary>The role's ARN, or <c>@</c> and its logical id.</summary>
    public string Role { get; set; }

    /// <summary>Names of policies, with commas between them.</summary>
    public string Policies { get; set; }

    public LambdaPackageType PackageType { get; set; }
}
