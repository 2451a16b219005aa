namespace Amazon.Lambda.Annotations;

/// <summary>What holds for all of an assembly's functions.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>Makes the assembly an executable that runs the function which ANNOTATIONS_HANDLER names.</summary>
    public bool GenerateMain { get; set; }

    /// <summary>provided.al2, provided.al2023, dotnet8 or dotnet10.</summary>
    public string Runtime { get; set; }
}
